import { Box, UnstyledButton } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './file-drop.module.css'
import { HiddenFile } from './hidden-file.tsx'

interface FileDropProps {
  /** What to drop here, with the size limit: "Jatuhkan berkas Excel di sini, paling besar 10 MB." */
  children: ReactNode
  onFile: (file: File) => unknown
  /** As in an HTML input: '.xlsx'. A dropped file of another kind is passed on anyway; its reader reports the error. */
  accept: string
  /** Label of the hidden file field: 'Berkas Excel'. */
  label: string
  icon?: TablerIcon
  pending?: boolean
  /** Allows several files; each one is passed on separately. */
  several?: boolean
  /** One line high, for use among fields. */
  compact?: boolean
}

/** An area to drop a file, or to choose one by click or Enter. */
export function FileDrop({
  children,
  onFile,
  accept,
  label,
  icon: Icon,
  pending = false,
  several = false,
  compact = false,
}: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  function take(files: Iterable<File>) {
    if (pending) return
    for (const file of [...files].slice(0, several ? undefined : 1)) onFile(file)
  }

  return (
    <>
      <HiddenFile ref={input} {...{ label, accept, several }} onFiles={take} />
      <UnstyledButton
        className={classNames(styles.drop, compact && styles.compact, over && styles.over)}
        aria-busy={pending || undefined}
        onClick={() => input.current?.click()}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        {Icon && <Icon size={compact ? 18 : 28} stroke={1.5} aria-hidden />}
        <Box component="span" fz="0.875rem" lh="1.25rem">
          {children}
        </Box>
      </UnstyledButton>
    </>
  )
}
