// what cli-table3 gets for string-width in the bundle: it measures every line again (see scripts/build.js)
module.exports = require('./width.ts').widthOf;
