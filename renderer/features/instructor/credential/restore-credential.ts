import type { Credential } from '../../../../shared/features/instructor/contract.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { client } from '../../../app/client.ts'
import { draftOf } from './credential-values.ts'

/** Answers the scan, which the database forgets with the credential: while the deletion can be undone only the page has it. */
export async function removeCredential({ id, scan }: Credential): Promise<File | null> {
  const kept = scan === null ? null : (await client.instructor.scan({ id })).file
  await client.instructor.removeCredential({ id })
  return kept
}

/** The credential as it was, with its scan and with who had verified it. */
export async function restoreCredential(
  instructorId: InstructorId,
  credential: Credential,
  scan: File | null,
): Promise<void> {
  const { id } = await client.instructor.saveCredential({ instructorId, id: null, credential: draftOf(credential) })
  if (scan) await client.instructor.attachScan({ id, file: scan })
  if (credential.verified) await client.instructor.verifyCredential({ id, verified: credential.verified })
}
