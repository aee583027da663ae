// Package store keeps the logs of workshops in one file.
//
// [Open] gives a [Store], and [OpenReadOnly] one that changes nothing; [Store.Load] and [Store.Append] read and extend
// the log of one workshop, [Store.Box] reads its ballot box, and [Store.Sheets] its box of answers. [Store.Secret], [Store.Name]
// and [Store.HostKey] read the guestbook, which belongs to no workshop. [Store.Copy] makes a backup, [Verify] looks through a file,
// and [Restore] puts a backup in its place. The file is a bbolt database (go.etcd.io/bbolt): one process at a time has it open to write, or
// several to read, and what Append reports as done is on the disk.
//
// # What is in the file
//
//	meta/format                          "convene 1": the program, and the version of this layout
//	meta/guestbook/secret                32 random bytes
//	meta/guestbook/host-key              the fingerprint of the server's key that people have seen
//	meta/guestbook/names/<who>           {"turn", "name"}: the name that somebody gave last
//	workshops/<workshop>/records/<seq>   one record as JSON; the key is 8 bytes, big-endian
//	workshops/<workshop>/box/<chance>    one ballot as canonical JSON; the key is 16 random bytes
//	workshops/<workshop>/seal/nonce      the chance that is sealed for a lot
//	workshops/<workshop>/answers/<chance>
//	                                     {"lock", "sheet"}: answers to a health check; the key is as that of a ballot
//
// A record is written as package workshop writes it: {"seq", "at", "by", "via", "kind", "event"}. Later versions of
// convene read every file of an earlier one. Fields may be added to events, and kinds of events; nothing that is there
// changes its name or meaning. The folder testdata/v1 has one record of every kind to make sure. A file with a later
// layout than this program knows is refused. What else lies in meta is passed over, and so a program from before there
// was a guestbook opens a file that has one.
//
// # The guestbook
//
// It holds what the house remembers of people between workshops. Somebody who comes over ssh is known by a key, and goes
// by an identifier that the caller makes of the key and the secret. So an identifier in a log, or in what is exported of
// one, says nothing about the key, and cannot be tried out on the public keys that many people publish. Whoever reads
// this file has the secret as well, and can try them. The file also has the order in which people gave their names, and
// not when. A name that was replaced may stay on a page that is not in use, until that page is used again or wiped.
//
// The guestbook is made with its secret, as soon as there is something to write in it. One without a secret, or with
// anything else in it, is damaged. A secret that was lost must not be replaced in silence: everybody would come back as
// somebody else.
//
// # One append
//
// An append is one write transaction. It checks that the log ends where the caller thinks that it ends, puts the
// records, and does to the box what they ask for: a BallotCast puts its ballot in, VoteClosed and VoteAbandoned empty
// it; and so with the box of answers, where AnswersChanged takes one sheet out by its lock and puts another
// in. bbolt syncs the file before the transaction counts, so after a crash an append is there in full or not at all.
// It costs two syncs, and a third while a vote is open (below), however many records it has: append together what
// comes together. TestAFaultInAVote tries what a kill or a power cut can leave at
// every write of a vote, and TestAFaultInAHealthCheck at those of a health check.
//
// # What a ballot leaves behind
//
// The record of a cast says who voted and when, and not what. The ballot says what, under a key of pure chance, and
// not who or when. Neither leads to the other. That alone would not be enough. bbolt never writes over a page that is
// in use: it writes a new one and leaves the old one to be used again later. So the file would also hold the box as it
// was one ballot ago, two ballots ago and so on. What one box has more than the one before is the next ballot, and the
// roll says in order who cast it. Therefore an append that touches a box then fills all pages that are not in use with
// zeros and syncs again. So does every other append, and whatever is written in the guestbook, while a workshop of the
// file has a box, since a box may lie on a page with other things; and so does Open when it finds any such page, in
// case of a crash between the two. And every cast lays the whole box anew under new keys, so that the place of a ballot
// does not tell its age. The price: while any box is in the file, every append also looks through the file for pages to wipe.
// In a file of 8 MB an append takes 3.4 ms then, and 0.55 ms otherwise (BenchmarkAppendNextToABox, November 27, 2026, on two
// virtual cores of an AMD EPYC). The file holds each ballot once while the vote is open. After the vote it holds the sorted
// ballots of the record that closed it, and nothing of a vote that was abandoned.
//
// The answers to a health check lie in a box of their own, and all of this holds for them as well, for as long as the check is
// open, which can be days: each append costs its third sync meanwhile. When somebody changes what they answered, the sheet that
// it replaces is wiped with its lock. After the check the file holds what was counted card by card, and of a card with few
// answers a number.
//
// A copy that [Store.Copy] makes has the pages that are in use at one moment, and zeros in the place of all others, so that
// what others write while it is made is not in it, nor what a crash has left.
//
// What this means for somebody who can read the file, an administrator for example:
//
//   - One copy of the file, made at any time, does not tell who voted what, except for what the totals tell anyway (one
//     ballot and one name on the roll; all ballots the same), and except for a copy made in the few milliseconds
//     between a cast and the wiping of what it replaced, or after a crash there.
//   - Two copies made during the same vote do tell, if only one person voted in between: the one new ballot is that
//     person's. If several did, each of the new ballots is one of theirs. No layout can prevent this as long as both
//     the roll and the ballot must survive a crash, and it holds for the copies of a backup program or of a file
//     system with snapshots as well: do not let them run every few seconds during a vote. [Store.CopyBetweenVotes], by
//     which all backups are made, makes none during a vote. Not even one: with a single ballot on the roll a copy
//     tells it, and is kept when the file has long forgotten.
//   - With the answers to a health check it is the same: two copies between which one person answered, or changed what they
//     answered, tell what that was. A check may be open for days, and backups must not wait so long. So
//     [Store.CopyBetweenVotes] leaves the box of answers out of what it writes; not even a page that is not in use has it.
//     In such a copy the check has names on its roll and nothing in its box: [Verify] takes that for what it is, and says so,
//     and where the copy is restored the check can only be abandoned, and held anew. A copy that somebody else makes of the
//     file, a backup program for example, has the answers, and two of them tell.
//   - Zeros reach the file, not every place where the disk may keep old blocks: a file system that copies on write
//     (btrfs, ZFS, APFS), a journal that includes data, an SSD that moves blocks. Nor do they reach the memory of the
//     process, or its swap space.
//   - Whoever can replace the program can of course make it say anything.
//
// A page is wiped only when no reference leads to it from the root of the file, whatever the list of free pages says.
// When wiping fails, the append has still been made. The next one wipes again, and [Store.Close] reports a failure
// that nothing made up for.
//
// # What is refused
//
// [ErrLocked], [ErrForeign], [ErrNewer], [ErrCutShort] and [ErrDamaged] are worded for the person at the terminal, and
// the text that wraps them names the file and what to do. A refused file is not written to, not even by a byte.
//
// Open follows every reference in the file before it trusts one, and refuses a file whose pages do not fit together,
// or whose list of free pages is not what the references leave over. This reads the file once or twice, which takes
// some 20 ms for 100,000 records. What it cannot notice is damage inside a key or a value. A record that cannot be
// read, or has no place in the order, is an error of Load, which returns what comes before it; the room of such a
// workshop appends nothing behind it. [Verify] finds every record that cannot be read, is not written as convene writes
// it, or does not fit the others. Of the two meta pages at the beginning a damaged one is passed over, as after a crash
// while it was written; if it was the later one, the last append is missing then.
//
// # A disk that fails
//
// A disk may be full, or fail, and be well again. What could not be written is an error of that append, and nothing of it
// is in. The next call then lets bbolt forget what it believes of the file, opens and checks the file as Open does, and
// puts the meta pages on the disk once more: after a sync that failed the system shows what a power cut would undo. As
// long as this fails, every call fails; nothing is shown that may not be on the disk. When it succeeds, all is as if
// nothing had been, except that the append that failed may turn out to be in after all: then the next one conflicts.
// Damage that comes while the file is open makes bbolt panic. That is an ErrDamaged, and the store is healed in the same
// way, should the file ever be whole again: the very file, at its path, and not an empty one, which bbolt would fill. What
// cannot be healed is a file that is cut to nothing (cp over it) while somebody reads the first pages: bbolt keeps the lock
// for them, and who waits for that waits until the program ends. TestAStoreIsWellAgainWhenItsDiskIs lets every write, sync
// and change of the size fail while a vote is held, and its companion while a health check is.
//
// Not everybody asks for the lock. When somebody copies an earlier state over the file, the append that finds it is an error,
// and does that state no harm; then the store is healed. When somebody moves another file over it, or removes it, every append
// is an error until it is back: what were written to a file without a name would be gone with the program. A copy of such a
// file can still be made.
package store
