import { Box, Flex } from '@mantine/core'
import { IconCircleCheck, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { type FileKind, fileKinds, fileLabels } from '../../../shared/features/trainee/trainee-file.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { HiddenFile } from '../../ui/form/hidden-file.tsx'
import layout from '../../ui/page/layout.module.css'
import styles from './file-list.module.css'

interface ShownFile {
  key: string | number
  kind: FileKind
  /** "1,2 MB, 16 Des 2024"; never the file name, which may name a person. */
  words: string
  onOpen?: () => unknown
  onRemove: () => unknown
}

interface FileListProps {
  files: readonly ShownFile[]
  onAdd: (kind: FileKind, file: File) => unknown
  pending?: boolean
}

/** The scans of a person by kind, and missing ones. */
export function FileList({ files, onAdd, pending = false }: FileListProps) {
  const input = useRef<HTMLInputElement>(null)
  const [chosenKind, setKind] = useState<FileKind>('KTP')

  function choose(kind: FileKind) {
    setKind(kind)
    input.current?.click()
  }

  return (
    <Flex miw={0} flex="1" direction="column" gap="0.125rem" aria-busy={pending || undefined}>
      <HiddenFile
        ref={input}
        label={`Berkas ${fileLabels[chosenKind]}`}
        accept="application/pdf,image/jpeg,image/png"
        onFiles={([file]) => file && !pending && onAdd(chosenKind, file)}
      />
      {fileKinds.map(kind => {
        const present = files.filter(file => file.kind === kind)
        const Sign = present.length > 0 ? IconCircleCheck : IconUpload
        return (
          <Flex key={kind} gap="0.5rem">
            <Sign
              size={16}
              stroke={1.75}
              className={present.length > 0 ? styles.there : styles.missing}
              role="img"
              aria-label={present.length > 0 ? 'ada' : 'belum ada'}
            />
            <div className={layout.fills}>
              {present.map(file => (
                <p key={file.key} className={styles.row}>
                  {file.onOpen ? (
                    <LinkAction onAction={() => void file.onOpen?.()} label={`${fileLabels[kind]}, buka`}>
                      {fileLabels[kind]}
                    </LinkAction>
                  ) : (
                    <strong>{fileLabels[kind]}</strong>
                  )}
                  <LinkAction
                    needs="trainee.change"
                    size="small"
                    onAction={() => void file.onRemove()}
                    label={`Hapus ${fileLabels[kind]}`}
                  >
                    Hapus
                  </LinkAction>
                  <Box component="span" w="100%" c="var(--ink-2)" fz="0.75rem" lh="1rem">
                    {file.words}
                  </Box>
                </p>
              ))}
              {(present.length === 0 || kind === 'LAIN') && (
                <p className={styles.row}>
                  <span>{fileLabels[kind]}</span>
                  <LinkAction
                    needs="trainee.change"
                    size="small"
                    onAction={() => choose(kind)}
                    label={`Pilih ${fileLabels[kind]}`}
                  >
                    Pilih
                  </LinkAction>
                </p>
              )}
            </div>
          </Flex>
        )
      })}
    </Flex>
  )
}

/** '1,2 MB', '340 kB' */
export function formatSize(bytes: number): string {
  const [amount, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'MB'] : [Math.max(1, Math.round(bytes / 1000)), 'kB']
  return `${amount.toLocaleString('id-ID', { maximumFractionDigits: 1 })} ${unit}`
}
