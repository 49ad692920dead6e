import { api, mayOf, useRead, useSession } from '../../app/client.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { NoteRow } from './note-row.tsx'

/** Notes of today and earlier open ones; done ones stay until tomorrow. Hidden when there are none. */
export function TodayNotes() {
  const may = mayOf(useSession())
  const { data } = useRead(api.note.ofToday, {}, { enabled: may('note.see') })
  if (!data || data.length === 0) return null
  const waiting = data.filter(note => note.done === null).length
  return (
    <div data-section>
      <Panel title="Catatan hari ini" facts={waiting === 0 ? 'semua selesai' : `${waiting} menunggu`} flush>
        <ul className={layout.lines} aria-label="Catatan hari ini">
          {data.map(note => (
            <NoteRow
              key={note.id}
              note={note}
              about={
                <PathLink path={note.path} className={layout.nameLink}>
                  {note.subject}
                </PathLink>
              }
              fixed={!may('note.change')}
            />
          ))}
        </ul>
      </Panel>
    </div>
  )
}
