import { Box } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Present } from '../../../shared/features/desk/contract.ts'
import { client } from '../client.ts'
import { useSession } from '../session.tsx'
import styles from './presence-chip.module.css'

/** Ms between two signs of life; after ten seconds without one a person counts as gone. */
const beat = 5000

/** Who else has this page open; also announces this person. Never blocks, and is not read out. */
export function PresenceChip({ subject, editing = false }: { subject: string; editing?: boolean }) {
  const { shared } = useSession()
  const [others, setOthers] = useState<readonly Present[]>([])
  useEffect(() => {
    if (shared === null) return
    let here = true
    const say = (doing: 'reading' | 'editing' | 'left') =>
      client.desk.here({ subject, doing }).then(
        present => here && setOthers(present),
        () => undefined,
      )
    const tell = () => void say(editing ? 'editing' : 'reading')
    tell()
    const timer = setInterval(tell, beat)
    return () => {
      here = false
      clearInterval(timer)
      void say('left')
    }
  }, [subject, editing, shared])
  if (others.length === 0) return null
  const names = [...new Set(others.map(({ name }) => name.split(' ')[0] ?? name))]
  const doing = others.some(other => other.doing === 'editing') ? 'sedang mengubah' : 'sedang membuka'
  return (
    <span className={styles.chip}>
      <Box component="span" w="0.5rem" h="0.5rem" bdrs="50%" bg="var(--tinta-5)" aria-hidden />
      <span>
        <strong>{names.join(' dan ')}</strong> {doing}
      </span>
    </span>
  )
}
