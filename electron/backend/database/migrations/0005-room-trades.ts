/** What a room is fitted out for: a programme of work is not proposed into a kitchen for welders. A room without rows suits every trade. */
export const roomTrades = /* sql */ `
CREATE TABLE room_trade (
  room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  trade TEXT NOT NULL CHECK (trade IN ('TR', 'TB', 'PR', 'LP', 'HK', 'LS', 'CT', 'SM')),
  PRIMARY KEY (room_id, trade)
) STRICT, WITHOUT ROWID;
`
