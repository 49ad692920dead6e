import { Box, Flex, Modal } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { type Action, backAction, stepActions, useActions } from '../action/action.ts'
import { ActionButton } from '../action/action-button.tsx'
import { KeyCap } from '../action/key-cap.tsx'
import { LoadingBars } from '../feedback/loading-bars.tsx'
import { Note } from '../feedback/note.tsx'
import layout from '../page/layout.module.css'
import { PaperPages } from './paper-pages.tsx'
import styles from './paper-preview.module.css'
import { PaperToolbar } from './paper-toolbar.tsx'
import { usePdf } from './use-pdf.ts'

interface PaperChoice {
  key: string
  label: string
  /** "1 lembar" */
  detail?: string
}

export interface PaperPreviewProps {
  opened: boolean
  onClose: () => void
  /** "Cetak daftar hadir" */
  title: string
  facts?: ReactNode
  /** The paper; null while it is drawn. */
  pdf: Blob | null
  /** Why it could not be drawn. */
  error?: ReactNode
  onRetry?: () => unknown
  /** Other forms of the same paper, at the left. */
  choices?: readonly PaperChoice[]
  choice?: string
  onChoice?: (key: string) => void
  /** Settings at the right: copies, date, signatory. */
  side?: ReactNode
  /** Above the pages: what changed since the last print. */
  notice?: ReactNode
  /** At the bottom: "1 halaman × 2 rangkap". */
  footNote?: ReactNode
  /** "Cetak 2 lembar" */
  printLabel?: string
  onPrint?: () => unknown
  onSave?: () => unknown
  /** Called with the number of pages. */
  onPages?: (pages: number) => void
  /** Why printing is refused; the button stays and shows it. */
  refused?: string | undefined
}

/** Preview of a paper as it will be printed; Enter prints, Esc closes. */
export function PaperPreview(props: PaperPreviewProps) {
  return (
    <Modal.Root
      opened={props.opened}
      onClose={props.onClose}
      size="min(79.5rem, calc(100vw - 4rem))"
      padding={0}
      centered
    >
      <Modal.Overlay />
      <Modal.Content classNames={{ content: styles.content ?? '' }} aria-label={props.title}>
        {props.opened && <Preview {...props} />}
      </Modal.Content>
    </Modal.Root>
  )
}

function Preview(props: PaperPreviewProps) {
  const { title, facts, pdf, error, onRetry, choices = [], side, notice, footNote, refused } = props
  const { printLabel = 'Cetak', onPrint, onSave, onPages, onClose } = props
  const document = usePdf(pdf)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const [page, setPage] = useState(1)
  const ready = document.state === 'ready'
  const pages = document.state === 'ready' ? document.pages.length : null
  useEffect(() => {
    if (pages !== null) onPages?.(pages)
  }, [pages, onPages])
  const stopped = refused ?? (ready ? undefined : 'Kertasnya masih digambar.')
  const print: Action | undefined = onPrint && {
    label: printLabel,
    keys: 'Enter',
    also: 'Ctrl P',
    tone: 'primary',
    icon: IconPrinter,
    run: onPrint,
    refused: stopped,
  }
  const save: Action | undefined = onSave && {
    label: 'Simpan PDF',
    keys: 'Ctrl S',
    icon: IconDeviceFloppy,
    run: onSave,
    refused: pdf ? undefined : 'Kertasnya masih digambar.',
  }
  const close = backAction(onClose, 'Tutup')
  const turn = (by: 1 | -1) => setPage(Math.max(1, Math.min(pages ?? 1, page + by)))
  useActions([print, save, ...stepActions('Halaman', turn, 'PageDown', 'PageUp')], 'dialog')
  const kind = props.choice
  // Another kind of paper starts on page 1; the same paper with fewer pages ends on its last.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another kind starts anew
  useEffect(() => setPage(1), [kind])
  useEffect(() => {
    if (pages !== null && page > pages) setPage(pages)
  }, [pages, page])
  const wrong =
    error ??
    (document.state === 'failed' ? 'Pratinjau tidak dapat digambar. Berkasnya tetap dapat disimpan.' : undefined)

  return (
    <>
      <Modal.Header className={styles.head ?? ''}>
        <Modal.Title fz="1.1875rem" fw={600} lh="1.625rem">
          {title}
        </Modal.Title>
        <Box flex="1" c="var(--ink-2)" fz="0.8125rem">
          {facts}
        </Box>
        <KeyCap>{close.keys}</KeyCap>
        <Modal.CloseButton aria-label="Tutup pratinjau" ml={0} />
      </Modal.Header>
      <div
        className={styles.body}
        data-choices={choices.length > 0 || undefined}
        data-side={side !== undefined || undefined}
      >
        {choices.length > 0 && <Choices {...props} choices={choices} />}
        <div className={styles.desk}>
          {notice}
          {wrong !== undefined ? (
            <Note
              tone="err"
              live
              actions={
                onRetry && (
                  <ActionButton size="xs" onAction={onRetry}>
                    Coba lagi
                  </ActionButton>
                )
              }
            >
              {wrong}
            </Note>
          ) : document.state === 'ready' ? (
            <>
              <PaperToolbar page={page} pages={document.pages.length} zoom={zoom} onZoom={setZoom} onPage={setPage} />
              <PaperPages pages={document.pages} page={page} zoom={zoom} onPage={setPage} label={title} />
            </>
          ) : (
            <LoadingBars rows={8} />
          )}
        </div>
        {side !== undefined && <div className={styles.side}>{side}</div>}
      </div>
      <div className={styles.foot}>
        <Flex className={layout.detail} flex="1" wrap="wrap" gap="0 0.75rem">
          {footNote}
          <span>Cetak pada 100 %, jangan “sesuaikan dengan halaman”.</span>
        </Flex>
        <ActionButton action={close} keyCap={false} />
        {save && <ActionButton action={save} keyCap={false} />}
        {print && <ActionButton action={print} autoFocus />}
      </div>
    </>
  )
}

function Choices({ choices, choice, onChoice }: PaperPreviewProps & { choices: readonly PaperChoice[] }) {
  return (
    <fieldset className={styles.choices} aria-label="Bentuk kertas">
      {choices.map(one => (
        <button
          key={one.key}
          type="button"
          className={styles.choice}
          aria-pressed={one.key === choice}
          onClick={() => onChoice?.(one.key)}
        >
          <Box component="span" c="var(--ink)" fz="0.8125rem" fw={600} lh="1.125rem">
            {one.label}
          </Box>
          {one.detail !== undefined && <span className={layout.detail}>{one.detail}</span>}
        </button>
      ))}
    </fieldset>
  )
}
