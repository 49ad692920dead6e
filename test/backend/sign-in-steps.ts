import { createRouterClient } from '@orpc/server'
import type { BackendClient } from '../../electron/backend/create-backend.ts'
import { Desk } from '../../electron/backend/desk.ts'
import { saveRoles } from '../../electron/backend/features/access/operator-store.ts'
import { saveSecret } from '../../electron/backend/features/access/secret-store.ts'
import { hashSecret } from '../../electron/backend/keys/secret-hash.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import type { Role } from '../../shared/features/access/roles.ts'
import type { OperatorId } from '../../shared/ids.ts'
import { type Fixture, quickHash } from './fixture.ts'

/** The password of all people in tests. */
export const password = 'kuda baterai jepit'

/** Adds a person with an account and these roles, as an Admin does, with the password above. */
export async function addAccount(fixture: Fixture, name: string, roles: Role[]): Promise<OperatorId> {
  const validUntil = roles.includes('inspector') ? ('2030-12-31' as const) : null
  // Making somebody Admin needs a second person, so the role is added directly below.
  const firstRoles = roles.includes('admin') ? (['desk'] as const) : roles
  const { id } = await fixture.client.access.save({
    id: null,
    person: { name, nip: '', roles: [...firstRoles], instructorId: null, validUntil },
  })
  const hash = await hashSecret(password, quickHash, null)
  const { workspace } = fixture.backend
  workspace.transaction(() => {
    saveRoles(workspace.write, id, roles)
    saveSecret(workspace.write, id, { kind: 'PASSWORD', hash, onceUntil: null }, '2024-01-02T08:00:00')
  })
  return id
}

/** A client for a desk at which nobody has signed in yet. */
export function clientAt(fixture: Fixture, desk: Desk): BackendClient {
  return createRouterClient(fixture.backend.router, { context: { desk } }) as BackendClient
}

/** A client signed in at its own desk, as a person with these roles. */
export async function signedIn(fixture: Fixture, name: string, roles: Role[]): Promise<BackendClient> {
  const id = await addAccount(fixture, name, roles)
  const client = clientAt(fixture, new Desk(`Meja ${name}`, silentHost))
  await client.access.signIn({ id, secret: password })
  return client
}
