/**
 * Public keys that may sign releases of Balai: raw Ed25519, base64. The private keys are with the publisher, never here. Add a new key one release
 * before it is used; keep an old one until no office runs a version that knows only that one.
 */
export const releaseKeys: readonly string[] = ['DUakzJmrxkPFOa4puDINipdc4FUmlp9ev3yORScYEjc=']
