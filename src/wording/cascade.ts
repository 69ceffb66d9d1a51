import type { Messages } from './message.ts';

/** Lines of `ptrack explain` on what a target is a part of, what it is divided into and who judged it by hand. */
export const EXPLAIN_PARTS: Messages = {
  weight: { en: 'Weight', zh: '权重' },
  serves: { en: 'Serves', zh: '支撑' },
  shares: { en: 'Shares', zh: '分解' },
};
