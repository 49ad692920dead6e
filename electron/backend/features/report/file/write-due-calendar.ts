import ICAL from 'ical.js'
import type { DueItem } from '../../../../../shared/features/report/contract.ts'
import { addDays, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'

/** An all-day event for each due item on its day, with a reminder three days before; late ones are today. */
export function writeDueCalendar(items: readonly DueItem[], today: PlainDate): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Balai//Jatuh tempo//ID')
  calendar.addPropertyWithValue('x-wr-calname', 'Jatuh tempo Balai')
  for (const { key, title, detail, due, daysLeft } of items) {
    const day = daysLeft < 0 ? today : due
    const component = new ICAL.Component('vevent')
    const event = new ICAL.Event(component)
    // The uid depends on the item only, so importing the file again changes the event and adds none.
    event.uid = `${key.replaceAll(/[^a-z0-9]+/gi, '-')}@laporan.balai`
    event.summary = title
    event.description = detail
    event.startDate = ICAL.Time.fromDateString(day)
    event.endDate = ICAL.Time.fromDateString(addDays(day, 1))
    component.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${today}T00:00:00`))
    const alarm = new ICAL.Component('valarm')
    alarm.addPropertyWithValue('action', 'DISPLAY')
    alarm.addPropertyWithValue('description', title)
    alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString('-P3D'))
    component.addSubcomponent(alarm)
    calendar.addSubcomponent(component)
  }
  return `${calendar.toString()}\r\n`
}
