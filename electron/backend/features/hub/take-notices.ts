import { noticesSchema } from '../../../../shared/features/hub/notice.ts'
import type { TaskScope } from '../../scope.ts'
import { keepNotices } from './notice-store.ts'
import { findLink } from './outbox-store.ts'

type Ask = (path: string, body: unknown) => Promise<{ status: number; body: unknown }>

/** What the hub told about applicants since it was heard last. A hub that answers something else is left for the next run. */
export async function takeNotices(
  { read, write }: Pick<TaskScope, 'read' | 'write'>,
  ask: Ask,
  newest: number,
): Promise<void> {
  for (;;) {
    const link = read(({ db }) => findLink(db))
    if (!link || link.noticesHeard >= newest) return
    const answer = await ask('/v1/notices', { after: link.noticesHeard })
    const notices = answer.status === 200 ? noticesSchema.safeParse(answer.body).data : undefined
    if (!notices || notices.length === 0) return
    write(({ db, record }) => {
      keepNotices(db, notices)
      record('hub', link.hubName, null, { notices: notices.length })
    })
  }
}
