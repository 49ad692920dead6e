import { randomInt } from 'node:crypto'
import { type SecretKind, weakPin } from '../../../../shared/features/access/secret.ts'
import type { OperatorId } from '../../../../shared/ids.ts'
import { found } from '../../domain-error.ts'
import type { TaskScope } from '../../scope.ts'
import { findOperator } from './operator-store.ts'
import { findSecret, forgetFailures, saveSecret } from './secret-store.ts'

/** Minutes for which a secret set by another person is valid: for a new account, and for a forgotten one. */
const onceForNew = 24 * 60
const onceForForgotten = 30

/** A single-use secret that must be changed at once. @param by further data for the history: the sheet that was used */
export async function giveTemporarySecret(
  { read, write, secrets, at }: TaskScope,
  id: OperatorId,
  by: { sheet?: number } = {},
): Promise<{ kind: SecretKind; secret: string; until: string }> {
  const { operator, known } = read(({ db }) => ({
    operator: found(findOperator(db, id), 'operator'),
    known: findSecret(db, id),
  }))
  const kind = secrets.pins && known?.kind === 'PIN' ? 'PIN' : 'PASSWORD'
  const secret = kind === 'PIN' ? randomPin() : randomPassword()
  const until = plusMinutes(at, known ? onceForForgotten : onceForNew)
  const hash = await secrets.hash(kind, secret)
  write(({ db, record }) => {
    saveSecret(db, id, { kind, hash, onceUntil: until }, at)
    forgetFailures(db, [`operator ${id}`])
    record('operator', id, { kind: known?.kind ?? null }, { kind, onceUntil: until, name: operator.name, ...by })
  })
  return { kind, secret, until }
}

function randomPin(): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0')
    if (weakPin(pin) === null) return pin
  }
}

/** Three groups of four unambiguous letters: 57 bits, valid for minutes only. */
function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${group()}-${group()}-${group()}`
}

function plusMinutes(at: string, minutes: number): string {
  return new Date(Date.parse(`${at}Z`) + minutes * 60_000).toISOString().slice(0, 19)
}
