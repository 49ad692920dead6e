/** What is told to who wants something that cannot wait for the line: a number, a closing, a decision. */
export const hostOutOfReach =
  'PC utama tidak terjangkau. Ini menunggu sampai tersambung lagi; yang sudah diketik tetap di sini.'

export class HostOutOfReach extends Error {
  constructor() {
    super(hostOutOfReach)
    this.name = 'HostOutOfReach'
  }
}
