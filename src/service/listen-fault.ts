import type { SettingName } from '../core/message/settings.ts';
import { codeOf } from '../store/start-fault.ts';
import { refused } from './terminal-words.ts';

/** Where something was to listen, and the settings that say so. */
interface Place {
  readonly host: string;
  readonly hostVariable: SettingName;
  readonly port: number;
  readonly portVariable: SettingName;
}

/** Why nobody can listen there, as a refusal; another error as it was. */
export function listenFault(error: unknown, { host, hostVariable, port, portVariable }: Place): unknown {
  const reason = codeOf(error);
  if (reason === 'EADDRINUSE') return refused('port-taken', { variable: portVariable, port });
  if (reason === 'EACCES') return refused('port-forbidden', { variable: portVariable, port });
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(reason)) {
    return refused('host-foreign', { variable: hostVariable, host, reason });
  }
  return error;
}
