-- 封存: what the whole book was at a place in its global order. Seals are added and never changed; a head code printed on paper
-- proves that they were not.

create table seals (
  last_position bigint      not null primary key,
  events        bigint      not null,
  digest        bytea       not null,
  sealed_at     timestamptz not null
);
comment on table  seals               is 'Digests of the book in its global order, each covering everything up to its place.';
comment on column seals.last_position is 'The place up to which it covers the book; the range begins after the seal before it.';
comment on column seals.events        is 'How many events stand up to there.';
comment on column seals.digest        is 'SHA-256, each event''s place, identity and hash chained onto the digest before it.';
comment on column seals.sealed_at     is 'When it was sealed.';

grant select, insert on seals to tracker_worker;
