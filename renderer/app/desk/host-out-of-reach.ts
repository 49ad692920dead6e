/** Shown when an act cannot wait for the connection: it assigns a number, closes or decides something. */
export const hostOutOfReach =
  'PC utama tidak terjangkau. Ini menunggu sampai tersambung lagi; yang sudah diketik tetap di sini.'

export class HostOutOfReach extends Error {
  constructor() {
    super(hostOutOfReach)
    this.name = 'HostOutOfReach'
  }
}
