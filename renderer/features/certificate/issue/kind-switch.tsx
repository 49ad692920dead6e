import { useRouter } from '@tanstack/react-router'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { api, useRead } from '../../../app/client.ts'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { certificatePath } from './certificate-path.ts'

/** Switches between certificates (passed) and statements (not passed), each with its count. */
export function KindSwitch({ cohort, kind }: { cohort: Cohort; kind: CertificateKind }) {
  const router = useRouter()
  const graduation = useRead(api.graduation.get, { code: cohort.code })
  const rows = graduation.data?.rows ?? []
  const count = (decision: string) => rows.filter(row => row.decision === decision).length
  return (
    <SwitchBar
      label="Jenis"
      options={[
        { value: 'certificate', label: `Sertifikat ${count('passed')}` },
        { value: 'statement', label: `Surat keterangan ${count('failed')}` },
      ]}
      value={kind}
      onChange={value => router.history.replace(certificatePath(cohort.code, value))}
    />
  )
}
