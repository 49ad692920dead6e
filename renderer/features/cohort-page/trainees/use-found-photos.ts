import { useState } from 'react'
import type { CohortTrainee } from '../../../../shared/features/cohort/contract.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { api, useCommand } from '../../../app/client.ts'
import { showWork } from '../../../app/frame/long-work.ts'
import { readPhoto } from '../../trainee/photo/draw-photo.ts'

/** A cropped picture and the person it belongs to. */
type FoundPhoto = { key: string; file: File; photo: string; traineeId: TraineeId | null }

/** Number of photos in one call. */
const together = 10

/** Pictures read from files, each with the person that its name matches, until they are stored. */
export function useFoundPhotos(people: readonly CohortTrainee[], onStored: () => void) {
  const [found, setFound] = useState<readonly FoundPhoto[]>([])
  const [unread, setUnread] = useState<readonly string[]>([])
  const [reading, setReading] = useState(false)
  const save = useCommand(api.trainee.setPhotos)
  const chosen = found.filter(one => one.traineeId !== null)

  async function take(list: readonly File[]) {
    const pictures = list.filter(file => file.type.startsWith('image/'))
    if (pictures.length === 0) return setUnread(list.map(file => file.name).slice(0, 5))
    setReading(true)
    let stopped = false
    const work = showWork('Menyiapkan pas foto', () => {
      stopped = true
    })
    try {
      const { matches } = await api.trainee.matchPhotos.call({
        ids: people.map(one => one.traineeId),
        files: pictures.map(file => file.name),
      })
      const read: FoundPhoto[] = []
      const bad: string[] = []
      for (const [at, file] of pictures.entries()) {
        work.say({ done: at, total: pictures.length })
        const photo = stopped ? null : await readPhoto(file)
        if (stopped) return
        if (photo === null) bad.push(file.name)
        else read.push({ key: `${at} ${file.name}`, file, photo, traineeId: matches[at] ?? null })
      }
      setFound(read.toSorted((a, b) => Number(a.traineeId !== null) - Number(b.traineeId !== null)))
      setUnread(bad)
    } finally {
      work.end()
      setReading(false)
    }
  }
  async function store() {
    let stopped = false
    const work = showWork('Menyimpan pas foto', () => {
      stopped = true
    })
    try {
      for (let at = 0; at < chosen.length && !stopped; at += together) {
        work.say({ done: at, total: chosen.length })
        const some = chosen.slice(at, at + together)
        const photos = some.flatMap(one => (one.traineeId ? [{ id: one.traineeId, photo: one.photo }] : []))
        if (!(await save.run({ photos }))) return
        // Stored photos leave the list, so that somebody who stops here sees which ones are left.
        setFound(left => left.filter(one => !some.includes(one)))
      }
      if (!stopped) onStored()
    } finally {
      work.end()
    }
  }
  return {
    found,
    unread,
    reading,
    chosen,
    take,
    store,
    change: (key: string, part: Partial<FoundPhoto>) =>
      setFound(found.map(one => (one.key === key ? { ...one, ...part } : one))),
    pending: save.pending || reading,
    error: save.error,
  }
}
