import { ActionIcon, Box, Flex } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { CertificateKind, IssueCandidate } from '../../../../shared/features/certificate/contract.ts'
import type { CertificateId, OfficerId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, useRead } from '../../../app/client.ts'
import { errorMessage } from '../../../app/error-message.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { ErrorPanel } from '../../../ui/feedback/error-panel.tsx'
import { LoadingBars } from '../../../ui/feedback/loading-bars.tsx'
import layout from '../../../ui/page/layout.module.css'
import { PaperPages } from '../../../ui/paper/paper-pages.tsx'
import { usePdf } from '../../../ui/paper/use-pdf.ts'
import { type Side, SideSwitch } from '../../certificate-design/side-switch.tsx'
import { NameSample } from './name-sample.tsx'

interface CertificateSheetProps {
  code: string
  kind: CertificateKind
  issuedOn: PlainDate
  officerId: OfficerId | null
  acknowledgerId: OfficerId | null
  printPhoto: boolean | null
  candidate: IssueCandidate
  /** 'Wati · 12 dari 12' */
  place: string
  onStep: (by: 1 | -1) => void
  onReprint: (id: CertificateId) => void
}

/** The real paper of one person: a preview, or the issued file. */
export function CertificateSheet({ candidate, place, onStep, onReprint, ...draft }: CertificateSheetProps) {
  const [side, setSide] = useState<Side>('front')
  const { issued, enrolmentId } = candidate
  const preview = useRead(api.certificate.preview, issued ? null : { ...draft, enrolmentId })
  const frozen = useRead(api.certificate.file, issued ? { id: issued.id } : null, { staleTime: 'static' })
  const paper = issued ? frozen : preview
  const document = usePdf(paper.data ?? null)
  const pages = document.state === 'ready' ? document.pages : []
  const page = pages[side === 'front' ? 0 : 1] ?? pages[0]

  return (
    <Flex component="section" miw={0} mih={0} flex={1} direction="column" gap="0.625rem" aria-label="Pratinjau">
      <Flex mih="1.75rem" align="center" gap="0.25rem">
        {pages.length > 1 && <SideSwitch side={side} onChange={setSide} />}
        <Box component="span" className={layout.cut} ms="auto" c="var(--ink-2)" fz="0.8125rem" role="status">
          {place}
        </Box>
        <ActionIcon variant="subtle" color="gray" aria-label="Orang sebelumnya" onClick={() => onStep(-1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label="Orang berikutnya" onClick={() => onStep(1)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        {issued && (
          <ActionButton size="xs" label={`Cetak ulang ${issued.number}`} onAction={() => onReprint(issued.id)}>
            Cetak ulang
          </ActionButton>
        )}
      </Flex>
      <Box className={layout.column} mih="18rem" flex="1" bdrs="0.5rem" bg="var(--desk)">
        {paper.error ? (
          <ErrorPanel onRetry={() => paper.refetch()}>{errorMessage(paper.error)}</ErrorPanel>
        ) : page ? (
          <PaperPages
            pages={[page]}
            page={1}
            zoom="fit"
            onPage={() => {}}
            label={`${candidate.name}, ${side === 'front' ? 'halaman depan' : 'halaman belakang'}`}
          />
        ) : (
          <LoadingBars rows={10} />
        )}
      </Box>
      {isLong(candidate) && <NameSample candidate={candidate} />}
      <p className={layout.detail} style={{ textAlign: 'center' }}>
        {issued
          ? `Terbit dengan nomor ${issued.number}. Cetak ulang memberi berkas yang sama.`
          : 'Contoh: nomor baru diberikan saat diterbitkan.'}
      </p>
    </Flex>
  )
}

function isLong({ checks }: IssueCandidate): boolean {
  return checks.some(check => check.code === 'name_long' || check.code === 'name_too_long')
}
