import { useEffect, useRef, useState } from 'react'
import { EndpointError } from '../../../shared/features/desk/pair.ts'
import type { Pairer } from './pairer.ts'

/** Ms between two checks for the approval. */
const look = 700

/** The steps of pairing after the code is typed: ask for the words, compare them, wait for the approval. `onAgain`: a new code is needed. */
export function usePairing(pairer: Pairer, { onPaired, onAgain }: { onPaired: () => void; onAgain: () => void }) {
  const [words, setWords] = useState<string[] | null>(null)
  const [waitingSince, setWaitingSince] = useState<number | null>(null)
  const [admin, setAdmin] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** Number of the latest step; an earlier one that is still running must change nothing here. */
  const attempt = useRef(0)
  useEffect(
    () => () => {
      attempt.current++
    },
    [],
  )

  function startAgain() {
    setWords(null)
    setWaitingSince(null)
    onAgain()
  }
  async function trying(step: (isLatest: () => boolean) => Promise<void>) {
    const own = ++attempt.current
    const isLatest = () => attempt.current === own
    setBusy(true)
    setError(null)
    try {
      await step(isLatest)
    } catch (thrown) {
      if (!isLatest()) return
      startAgain()
      setError(
        thrown instanceof EndpointError ? thrown.words : 'PC utama tidak menjawab. Periksa jaringan, lalu coba lagi.',
      )
    } finally {
      if (isLatest()) setBusy(false)
    }
  }
  return {
    words,
    waitingSince,
    admin,
    error,
    busy,
    ask: (request: Parameters<Pairer['ask']>[0]) => trying(async () => setWords(await pairer.ask(request))),
    same: () =>
      trying(async isLatest => {
        await pairer.compare(true)
        setWaitingSince(performance.now())
        while (isLatest()) {
          const answer = await pairer.wait()
          if (answer.state === 'refused') throw new EndpointError('pair_refused', `${answer.by} menolak sambungan ini.`)
          if (answer.state === 'approved') return onPaired()
          setAdmin(answer.admin)
          await new Promise(resolve => setTimeout(resolve, look))
        }
      }),
    differs: () =>
      trying(async () => {
        await pairer.compare(false)
        throw new EndpointError(
          'pair_different',
          'Ada komputer lain di tengah. Sambungan diputus, tidak ada yang terkirim.',
        )
      }),
    takeBack() {
      attempt.current++
      void pairer.compare(false).catch(() => undefined)
      setBusy(false)
      startAgain()
    },
  }
}
