// Package board draws the wall of sticky notes: it lays the columns out, finds the way from one note to the next, and
// draws the rows that can be seen. It is pure. It knows nothing of keys, people or the room.
//
// # How it is used
//
// A [Wall] is what there is to see and what one person is doing with it: what is selected, what is carried, what is
// marked. [Lay] turns it into a [Layout] for a width: a [Lane] for each column, and in it a [Box] for each thing, with
// its rows counted from the top of the lane. [Layout.Follow] moves each lane's [Window] as little as it must, and
// [Layout.Draw] draws what the windows show. A layout is made anew for every frame and costs no more than wrapping its
// notes.
//
// # By name, never by row
//
// Everything is named by a [Ref], so that a selection, a grab or a window stays with its note when others insert rows
// above it.
//
// # What a lane holds
//
// A column is one lane or, where it is wide enough, several: clusters at the left, the notes that stand alone and the
// parked ones beside them, each with its own window. In one lane they stand in the same order from the top. A cluster is
// a card with its title in the upper edge; a folded one is its title alone. A note takes at most three rows and ends in
// an ellipsis when it is longer; the selected one is shown in full. While something is carried, the free row above the
// notes that stand alone becomes the [Gap], where it stands alone too: nothing else moves for it.
//
// While something is looked for, only what has its words is laid out.
//
// # The mouse
//
// [Layout.Hit] and [Layout.Target] say what is drawn at a cell, [Layout.Ghost] lays what is carried over what was drawn,
// and [Layout.Scroll] moves a lane's window by itself.
//
// # The others
//
// [Layout.Point] says where other people are: a name with a pointer at the right end of a note's rows, or with a hand
// when they carry it. Names are laid over what is there already: nothing is wrapped anew and nothing moves because
// somebody else does. A name is shortened before it covers anything of what a note says.
//
// # Posters
//
// A [Poster] is the same wall for a projector: all columns at once, each in as many strips and with as much detail as
// fits, nothing selected and nothing to scroll. Notes without room are counted.
//
// # Words
//
// What a [Wall] or a [Poster] says by itself, it says with its Tongue: in English, when it has none. Labels and the names
// of people are given to it as they are to be read.
//
// # Symbols
//
// No meaning is carried by colour alone. What is selected has a pointer in the first cell, beside its band of colour;
// what is marked has a tick in place of its bar; what is carried has a hand, where it was and where it would go.
package board
