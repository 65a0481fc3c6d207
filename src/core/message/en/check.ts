import type { CheckWords } from '../cli.ts';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const check: CheckWords = {
  severities: { blocking: 'blocking', warning: 'warning', advice: 'advice' },
  summary: ({ file, blocking, warning, advice, notChecked }) => {
    const found = [
      blocking > 0 ? `${blocking} blocking` : '',
      warning > 0 ? count(warning, 'warning', 'warnings') : '',
      advice > 0 ? `${advice} advice` : '',
    ].filter((part) => part !== '');
    const verdict = blocking > 0 ? 'It cannot be published as it is.' : 'Nothing stops its publication.';
    const left = notChecked > 0 ? ` ${count(notChecked, 'rule', 'rules')} not checked.` : '';
    return `${file}: ${found.length > 0 ? found.join(', ') : 'no findings'}. ${verdict}${left}`;
  },
  notChecked: (rules) => `Not checked, because a fact was not given (--at, --facts): ${rules.join(', ')}.`,
  notCheckedAtAll: 'Mend this first: while the text is broken, nothing that it says can be checked.',
};
