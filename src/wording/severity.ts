import type { Severity } from '../model/diagnostic.ts';
import type { Message } from '../model/message.ts';

export const SEVERITY: Readonly<Record<Severity, Message>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'remark', zh: '备注' },
};
