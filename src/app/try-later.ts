/** Something cannot be taken just now and may be later: whoever brings it is asked to come again. No bug of ours. */
export const tryLater = (message: string): Error => Object.assign(new Error(message), { code: 'try-later' });
