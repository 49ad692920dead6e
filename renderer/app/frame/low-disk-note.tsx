import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import { Note } from '../../ui/feedback/note.tsx'

/** Above every page while the disk is nearly full. @param free megabytes */
export function lowDiskNote(free: number): ReactNode {
  return (
    <Box p="0.75rem 1.5rem 0">
      <Note tone="err" title={`Ruang diska tinggal ${free} MB.`}>
        Kosongkan Recycle Bin dan folder Unduhan. Di bawah 50 MB cadangan dan scan tidak dapat disimpan lagi.
      </Note>
    </Box>
  )
}
