// Stands where a package asks for something that it never needs here (build.js).
