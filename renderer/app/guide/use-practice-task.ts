import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCentreSwitch } from '../frame/use-centre-switch.ts'
import { useSession } from '../session.tsx'

/** Where to go once the practice centre is open: the frame of the office is gone by then. */
let wanted: string | null = null

/** Opens the practice centre at the page where a task begins. */
export function usePracticeTask() {
  const { openPractice } = useCentreSwitch()
  return {
    openPractice,
    async goTo(path: string) {
      wanted = path
      if (!(await openPractice.run({}))) wanted = null
    },
  }
}

/** To be called by the frame: goes on to where the task begins. */
export function usePracticeArrival(): void {
  const router = useRouter()
  const { centre } = useSession()
  useEffect(() => {
    if (!centre.practice || wanted === null) return
    const path = wanted
    wanted = null
    router.history.push(path)
  }, [centre.practice, router])
}
