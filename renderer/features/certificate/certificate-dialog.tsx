import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CertificateKind } from '../../../shared/features/certificate/contract.ts'
import type { CertificateId, CopyId, EnrolmentId, OfficerId } from '../../../shared/ids.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, readOnce, useCommand } from '../../app/client.ts'
import { FileDialog } from '../../app/file/file-dialog.tsx'
import { kindName } from './kind-labels.ts'

/** One issued paper, all papers of a class in one file, or a preview. */
export type CertificatePaper =
  | { what: 'issued'; id: CertificateId; name: string }
  | { what: 'copy'; id: CopyId; n: number; certificateId: CertificateId; name: string }
  | { what: 'class'; code: string; kind: CertificateKind }
  | {
      what: 'example'
      code: string
      kind: CertificateKind
      issuedOn: PlainDate
      officerId: OfficerId | null
      acknowledgerId: OfficerId | null
      printPhoto: boolean | null
      enrolmentId: EnrolmentId
    }

/** Certificates and statements as they will be printed. */
export function CertificateDialog({ paper, onClose }: { paper: CertificatePaper; onClose: () => void }) {
  const query = useQuery({ ...fileOptions(paper), ...readOnce })
  const print = useCommand(api.book.recordPrint)
  const printCohort = useCommand(api.book.recordCohortPrint)
  async function record(how: 'printed' | 'saved') {
    if (paper.what === 'issued') await print.run({ ids: [paper.id], copyId: null, how })
    if (paper.what === 'copy') await print.run({ ids: [paper.certificateId], copyId: paper.id, how })
    if (paper.what === 'class') await printCohort.run({ code: paper.code, kind: paper.kind, how })
  }
  const [pages, setPages] = useState(0)
  // Statements, and designs without a back, have one page.
  const twoSided = paper.what === 'class' ? paper.kind === 'certificate' && pages > 1 : pages === 2
  return (
    <FileDialog
      title={titleOf(paper)}
      query={query}
      onOut={record}
      onPages={setPages}
      footNote={twoSided && <b>Bila ada halaman belakang, cetak bolak-balik: balik di sisi pendek.</b>}
      onClose={onClose}
    />
  )
}

function fileOptions(paper: CertificatePaper) {
  switch (paper.what) {
    case 'issued':
      return api.certificate.file.queryOptions({ input: { id: paper.id } })
    case 'copy':
      return api.book.copyFile.queryOptions({ input: { id: paper.id } })
    case 'class':
      return api.certificate.cohortFile.queryOptions({ input: { code: paper.code, kind: paper.kind } })
    case 'example': {
      const { what: _, ...input } = paper
      return api.certificate.preview.queryOptions({ input })
    }
  }
}

function titleOf(paper: CertificatePaper): string {
  if (paper.what === 'issued') return `Cetak ulang: ${paper.name}`
  if (paper.what === 'copy') return `Salinan ke-${paper.n}: ${paper.name}`
  return paper.what === 'class'
    ? `Cetak ${kindName(paper.kind)} kelas ${paper.code}`
    : `Cetak contoh ${kindName(paper.kind)}`
}
