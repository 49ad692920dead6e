/**
 * Public halves of the keys that may sign releases of Balai: raw Ed25519, base64. The private halves are with the publisher and never
 * here. A new key is added one release before it signs; an old one stays until no office runs a program that knows it alone.
 */
export const releaseKeys: readonly string[] = ['DUakzJmrxkPFOa4puDINipdc4FUmlp9ev3yORScYEjc=']
