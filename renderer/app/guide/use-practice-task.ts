import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { client } from '../client.ts'
import { useCentreSwitch } from '../frame/use-centre-switch.ts'
import { useSession } from '../session.tsx'
import type { GuidePage } from './guide-book.ts'

type Tried = Pick<GuidePage, 'start' | 'scene'>

/** The task being tried: resetting the practice centre prepares it again. */
let tried: Tried | null = null
/** Set while the practice centre opens. The frame of the office is unmounted by then, so it cannot be kept there. */
let isWanted = false

/** Opens the practice centre, reset to the state that a task needs, on the page where it begins. */
export function usePracticeTask() {
  const router = useRouter()
  const { centre } = useSession()
  const { openPractice } = useCentreSwitch()
  return {
    openPractice,
    async tryOut(task: Tried) {
      tried = task
      isWanted = !centre.practice
      const done = await openPractice.run({ scene: task.scene })
      if (!done) isWanted = false
      else if (centre.practice) router.history.push(await startOf(task))
    },
  }
}

/** What a reset prepares: the task tried last, or the sample classes. */
export async function practiceAgain(
  reset: (input: { scene: Tried['scene'] }) => Promise<unknown>,
): Promise<string | null> {
  const task = tried ?? { start: '/', scene: 'classes' }
  return (await reset({ scene: task.scene })) ? startOf(task) : null
}

/** Call it in the frame: opens the page of the task once the practice centre is open, and forgets the task in the real centre. */
export function usePracticeArrival(): void {
  const router = useRouter()
  const { centre } = useSession()
  useEffect(() => {
    if (!centre.practice) {
      if (!isWanted) tried = null
      return
    }
    if (!isWanted || tried === null) return
    isWanted = false
    void startOf(tried).then(start => router.history.push(start))
  }, [centre.practice, router])
}

/** Codes of practice classes depend on the year in which the centre was filled, so they are looked up. */
async function startOf({ start }: Tried): Promise<string> {
  const trade = /\{(\w+)\}/.exec(start ?? '')?.[1]
  if (start === null || trade === undefined) return start ?? '/'
  const classes = await client.cohort.list({})
  const code = classes.find(row => row.code.startsWith(`${trade}-`))?.code
  return code === undefined ? '/angkatan' : start.replace(`{${trade}}`, code)
}
