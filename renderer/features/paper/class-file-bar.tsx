import { Progress } from '@mantine/core'
import { ActButton } from '../../ui/act-button.tsx'
import styles from './class-papers.module.css'
import type { ClassFile } from './use-class-file.ts'

/** "12 dari 32 berkas", and the way out that leaves nothing behind. */
export function ClassFileBar({ file }: { file: ClassFile }) {
  const { done = 0, total = 1 } = file.progress ?? {}
  return (
    <div className={styles.progress}>
      <Progress
        value={(done / total) * 100}
        size={6}
        className={styles.progressBar ?? ''}
        aria-label="Membuat satu PDF"
      />
      <span>{file.progress ? `${done} dari ${total} berkas` : 'Menyiapkan'}</span>
      <ActButton size="xs" onAct={file.cancel}>
        Batal
      </ActButton>
    </div>
  )
}
