-- Readers of the global order act as tracker_worker and keep their place here, in the transaction of whatever they write.

grant insert, update on mt_event_progression to tracker_worker;
