/** Loaded when a second factor is first asked for: the library takes long. */
const library = () => import('better-auth/crypto');

/** What is kept of a second factor, so that the database alone gives it to nobody. */
export const sealed = async (key: string, data: string): Promise<string> =>
  (await library()).symmetricEncrypt({ key, data });

export const unsealed = async (key: string, data: string): Promise<string> =>
  (await library()).symmetricDecrypt({ key, data });
