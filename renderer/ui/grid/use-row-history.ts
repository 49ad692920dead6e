import { useStateHistory } from '@mantine/hooks'

/** Ctrl Z and Ctrl Y of a grid whose rows are state of the page. Rows that were changed outside of the grid are a step too. */
export function useRowHistory<Rows extends readonly unknown[]>(rows: Rows, onRows: (rows: Rows) => void) {
  const [, history, { history: states, current }] = useStateHistory<readonly unknown[]>(rows)

  function step(by: 1 | -1) {
    const other = states[current + by]
    if (!other) return
    if (by < 0) history.back()
    else history.forward()
    onRows(other as Rows)
  }
  return {
    write(next: Rows) {
      if (states[current] !== rows) history.set(rows)
      history.set(next)
      onRows(next)
    },
    onUndo: () => step(-1),
    onRedo: () => step(1),
  }
}
