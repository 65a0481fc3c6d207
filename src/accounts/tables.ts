/** How the tables of better-auth are called here. Their columns are made by the migrations. */
const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

export const ACCOUNT = {
  modelName: 'sign_in_account',
  fields: { ...TIMES, emailVerified: 'email_verified' },
} as const;

export const SESSION = {
  modelName: 'sign_in_session',
  fields: {
    ...TIMES,
    expiresAt: 'expires_at',
    userId: 'account_id',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
  additionalFields: {
    authenticatedAt: { type: 'date', required: false, input: false, fieldName: 'authenticated_at' },
    method: { type: 'string', required: false, input: false },
  },
} as const;

export const IDENTITY = {
  modelName: 'sign_in_identity',
  fields: {
    ...TIMES,
    accountId: 'identity',
    providerId: 'provider',
    userId: 'account_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
  },
} as const;

export const BEGUN = { modelName: 'sign_in_begun', fields: { ...TIMES, expiresAt: 'expires_at' } } as const;

export const PASSKEY = {
  passkey: {
    modelName: 'sign_in_passkey',
    fields: {
      publicKey: 'public_key',
      userId: 'account_id',
      credentialID: 'credential_id',
      deviceType: 'device_type',
      backedUp: 'backed_up',
      createdAt: 'created_at',
    },
  },
} as const;
