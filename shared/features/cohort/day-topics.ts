type Unit = { title: string; theoryHours: number; practiceHours: number }

/** Distributes the units over the days by hours, in order: titles of each day joined by '; ', at most 200 characters. */
export function dayTopics(units: readonly Unit[], dayHours: readonly number[]): string[] {
  const queue = units.map(unit => ({ title: unit.title, left: unit.theoryHours + unit.practiceHours }))
  return dayHours.map(hours => {
    const titles: string[] = []
    for (let free = hours; free > 0 && queue[0]; ) {
      const [unit] = queue
      const taken = Math.min(free, unit.left)
      titles.push(unit.title)
      free -= taken
      unit.left -= taken
      if (unit.left === 0) queue.shift()
    }
    return shortened(titles.join('; '))
  })
}

function shortened(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`
}
