package tui

import "time"

// The lobby is listed anew this often while it is shown and somebody is there: a key was pressed not so long ago. Moving
// in it lists it anew, too, but no more often than once in listPause, since all logs are read for it.
const (
	listEvery  = 15 * time.Second
	listPause  = time.Second
	lobbyAwake = 10 * time.Minute
)

// relist takes the newest list of workshops into the lobby, unless that was just done.
func (a *App) relist(pause time.Duration) {
	s, now := a.lobby(), a.config.Now()
	if s == nil || now.Sub(s.listed) < pause {
		return
	}
	list, err := a.config.Lobby.List(a.ctx)
	s.put(list, err, now)
}

// lobby is the list of workshops when that is what is shown; otherwise nil.
func (a *App) lobby() *lobbyScreen {
	s, _ := a.screen.(*lobbyScreen)
	return s
}

// lobbyDue is when the lobby is to be listed anew by itself; zero when it is not.
func (a *App) lobbyDue(now time.Time) time.Time {
	s := a.lobby()
	if s == nil || now.Sub(a.lastKey) >= lobbyAwake {
		return time.Time{}
	}
	return s.listed.Add(listEvery)
}

// mindLobby lists the workshops anew when it is time.
func (a *App) mindLobby() {
	if now := a.config.Now(); !a.lobbyDue(now).IsZero() {
		a.relist(listEvery)
	}
}
