import { Box, Flex, Select } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type PaperSize, paperSizes } from '../../../shared/features/centre/centre.ts'
import type { CohortRow } from '../../../shared/features/cohort/contract.ts'
import { bodyProblems } from '../../../shared/features/letter/letter-body.ts'
import type { LetterBody, LetterForm } from '../../../shared/features/letter/letter-form.ts'
import type { LetterKey } from '../../../shared/features/letter/letter-key.ts'
import { api, keepShown, useRead } from '../../app/client.ts'
import { errorMessage } from '../../app/error-message.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { PaperPages } from '../../ui/paper/paper-pages.tsx'
import { useLivePdf } from '../../ui/paper/use-live-pdf.ts'
import { letterPath } from './letter-path.ts'
import styles from './letter-preview.module.css'

interface LetterPreviewProps {
  paper: LetterKey
  /** The text being typed; a text with errors is not drawn. */
  body: LetterBody
  form: LetterForm
  classes: readonly CohortRow[]
  code: string | null
}

/** A preview of the letter with the typed text and data of one class. */
export function LetterPreview({ paper, body, form, classes, code }: LetterPreviewProps) {
  const router = useRouter()
  const [size, setSize] = useState<PaperSize | null>(null)
  const [page, setPage] = useState(1)
  const centre = useRead(api.centre.get, {})
  const drawable = bodyProblems(form, body).length === 0
  const drawing = useRead(
    api.letter.preview,
    { draft: { paper, body }, code: code ?? '', size },
    { enabled: code !== null && drawable, ...keepShown, gcTime: 0 },
  )
  const { pages, failed } = useLivePdf(drawing.data?.file ?? null)
  const usedSize = size ?? centre.data?.centre.paperSize ?? null
  const error = drawing.error ? errorMessage(drawing.error) : failed ? 'Pratinjau tidak dapat digambar.' : null

  if (code === null)
    return (
      <Panel fill label="Pratinjau">
        <EmptyState title="Belum ada kelas.">Pratinjau memakai data sebuah kelas; buat angkatan dulu.</EmptyState>
      </Panel>
    )
  return (
    <Panel flush fill label="Pratinjau">
      <div className={styles.bar}>
        <Select
          aria-label="Data kelas untuk pratinjau"
          className={layout.fills ?? ''}
          searchable
          value={code}
          onChange={value => value !== null && router.history.replace(letterPath(paper, value))}
          data={classes.map(one => ({ value: one.code, label: `${one.title} · ${one.code}` }))}
        />
        <SwitchBar
          label="Ukuran kertas"
          size="small"
          options={paperSizes.map(value => ({ value, label: value }))}
          value={usedSize}
          onChange={setSize}
        />
      </div>
      {error !== null && (
        <Box flex="none" p="0.5rem 0.75rem 0">
          <Note tone="err" live>
            {error}
          </Note>
        </Box>
      )}
      {drawing.data && drawing.data.warnings.length > 0 && (
        <Box flex="none" p="0.5rem 0.75rem 0">
          <Note tone="warn">{drawing.data.warnings.join(' ')}</Note>
        </Box>
      )}
      <Flex mih={0} flex="1" direction="column" bg="var(--desk)">
        {pages.length === 0 ? (
          error === null && <LoadingBars rows={8} />
        ) : (
          <PaperPages
            pages={pages}
            page={Math.min(page, pages.length)}
            zoom="fit"
            onPage={setPage}
            label="Pratinjau surat"
          />
        )}
      </Flex>
    </Panel>
  )
}
