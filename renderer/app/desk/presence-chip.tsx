import { Box } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Present } from '../../../shared/features/desk/contract.ts'
import { client } from '../client.ts'
import { useSession } from '../session.tsx'
import styles from './presence-chip.module.css'

/** Ms between two signs of life; after ten seconds without one a person counts as gone. */
const beat = 5000

/** Who else has this record open; also announces this person. Null asks and announces nothing. */
export function usePresent(subject: string | null, doing: 'reading' | 'editing'): readonly Present[] {
  const { shared } = useSession()
  const [others, setOthers] = useState<readonly Present[]>([])
  useEffect(() => {
    if (shared === null || subject === null) return
    let here = true
    const say = (what: typeof doing | 'left') =>
      client.desk.here({ subject, doing: what }).then(
        present => here && setOthers(present),
        () => undefined,
      )
    void say(doing)
    const timer = setInterval(() => void say(doing), beat)
    return () => {
      here = false
      clearInterval(timer)
      void say('left')
    }
  }, [subject, doing, shared])
  return others
}

/** Who else has this page open. Never blocks, and is not read out. */
export function PresenceChip({ subject, editing = false }: { subject: string; editing?: boolean }) {
  return <PresenceOf present={usePresent(subject, editing ? 'editing' : 'reading')} />
}

export function PresenceOf({ present }: { present: readonly Present[] }) {
  if (present.length === 0) return null
  // Whoever writes is named first: of the others it is not said.
  const editing = present.filter(other => other.doing === 'editing')
  const names = [...new Set((editing.length > 0 ? editing : present).map(({ name }) => name.split(' ')[0] ?? name))]
  return (
    <span className={styles.chip}>
      <Box component="span" w="0.5rem" h="0.5rem" bdrs="50%" bg="var(--tinta-5)" aria-hidden />
      <span>
        <strong>{names.join(' dan ')}</strong> {editing.length > 0 ? 'sedang mengubah' : 'sedang membuka'}
      </span>
    </span>
  )
}
