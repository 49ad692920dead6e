import { certificatePath } from '../../../shared/features/certificate/certificate-path.ts'
import type { Trainee } from '../../../shared/features/trainee/contract.ts'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { Note } from '../../ui/feedback/note.tsx'

/** Warns about papers with an earlier name: correcting a name does not change what is printed. */
export function OldNameNotes({ trainee }: { trainee: Pick<Trainee, 'cohorts'> }) {
  return trainee.cohorts.map(
    ({ code, certificate, certificateId, nameOnPaper }) =>
      certificate !== null &&
      certificateId !== null &&
      nameOnPaper !== null && (
        <Note key={code} tone="warn" title={`${certificate} masih atas nama ${nameOnPaper}.`}>
          Nama yang dibetulkan tidak mengubah kertas yang sudah terbit.{' '}
          <LinkAction needs="certificate.issue" path={certificatePath(certificate)}>
            Ganti sertifikat (Alt G)
          </LinkAction>
        </Note>
      ),
  )
}
