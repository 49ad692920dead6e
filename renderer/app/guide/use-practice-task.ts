import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { client } from '../client.ts'
import { useCentreSwitch } from '../frame/use-centre-switch.ts'
import { useSession } from '../session.tsx'
import type { GuidePage } from './guide-book.ts'

type Tried = Pick<GuidePage, 'start' | 'scene'>

/** The task that is tried now: setting back brings its own centre and place. */
let tried: Tried | null = null
/** Whether to go there once the practice centre is open: the frame of the office is gone by then. */
let isWanted = false

/** Opens the practice centre, begun anew as a task needs it, at the page where it begins. */
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

/** What setting back begins anew: the task that was tried last, or the classes. */
export async function practiceAgain(
  reset: (input: { scene: Tried['scene'] }) => Promise<unknown>,
): Promise<string | null> {
  const task = tried ?? { start: '/', scene: 'classes' }
  return (await reset({ scene: task.scene })) ? startOf(task) : null
}

/** To be called by the frame: goes on to where the task begins, and forgets it in the office. */
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

/** The classes of the practice centre have the codes of the year in which it was filled. */
async function startOf({ start }: Tried): Promise<string> {
  const trade = /\{(\w+)\}/.exec(start ?? '')?.[1]
  if (start === null || trade === undefined) return start ?? '/'
  const classes = await client.cohort.list({})
  const code = classes.find(row => row.code.startsWith(`${trade}-`))?.code
  return code === undefined ? '/angkatan' : start.replace(`{${trade}}`, code)
}
