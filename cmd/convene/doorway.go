package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"convene/tui"
	"convene/tui/sshd"
	"convene/workshop"
)

// doorOptions say how people come in over SSH.
type doorOptions struct {
	addr         string // where to listen, host:port; no host is every address of this machine
	hostKey      string // path of the host key; empty for host_key beside the database
	newHostKey   bool   // make a new one even though people have seen another
	facilitators string // path of a file of public keys; empty for none
	advertise    string // the host that people are told to connect to; empty to find out
	unneeded     bool   // --no-ssh would do without
}

// defaultAddr is where the door is when nobody says otherwise.
const defaultAddr = ":2222"

// flags adds those that are about how the door is opened to a verb that opens it.
func (o *doorOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.addr, "addr", defaultAddr, "where the SSH door is, HOST:PORT")
	_ = cmd.RegisterFlagCompletionFunc("addr", offersNothing) // it fails for unknown flags only
	f.StringVar(&o.hostKey, "host-key", "", "the SSH door's key (default: host_key beside the workshops)")
	f.BoolVar(&o.newHostKey, "new-host-key", false, "make a new host key; everybody's ssh will warn once")
	f.StringVar(&o.facilitators, "facilitators", "", "file of public keys, as authorized_keys, that may facilitate over SSH")
	f.StringVar(&o.advertise, "advertise", "", "host name or address that people are told to connect to")
}

// check refuses a place that can't be one, before anything is made.
func (o doorOptions) check(cmd *cobra.Command) error {
	_, port, err := net.SplitHostPort(o.addr)
	if err == nil && port != "" {
		_, err = net.DefaultResolver.LookupPort(cmd.Context(), "tcp", port) // a number, or a name like ssh
	}
	if err != nil || port == "" {
		return usageError{fmt.Errorf("--addr takes HOST:PORT or :PORT, like %s: not %q", defaultAddr, o.addr), cmd.CommandPath()}
	}
	return nil
}

// doorway is the SSH door of a house while it is open.
type doorway struct {
	server      *sshd.Server
	addresses   []address // where people find it, best first; at least one
	fingerprint string
	served      chan error
}

// openDoorway lets people into a house over SSH. It must be closed.
func openDoorway(ctx context.Context, o doorOptions, db string, h *house, log *slog.Logger) (*doorway, error) {
	names, err := facilitators(ctx, o.facilitators)
	if err != nil {
		return nil, err
	}
	seen, err := h.store.HostKey(ctx)
	if err != nil {
		return nil, err
	}
	path := o.hostKey
	if path == "" {
		path = defaultHostKey(db)
	}
	key, fingerprint, err := hostKey(path, seen, o.newHostKey)
	if err != nil {
		return nil, err
	}
	if fingerprint != seen {
		if err := h.store.RecordHostKey(ctx, fingerprint); err != nil {
			return nil, err
		}
	}
	all, err := netInterfaces()
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		return nil, o.listenError(err)
	}
	addresses, err := advertised(listener.Addr(), o.advertise, all)
	if err != nil {
		return nil, errors.Join(usageError{err, "convene"}, listener.Close())
	}
	server, err := sshd.New(sshd.Config{
		Host: guests{h, newLimits(time.Now), names}, Key: key, Log: log, Private: holdsSeatCode, Lang: h.begins.Lang,
	})
	if err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	d := &doorway{
		server: server, addresses: addresses, fingerprint: fingerprint, served: make(chan error, 1),
	}
	h.invite = d.invite
	log.Info("the door is open", "address", listener.Addr().String(), "fingerprint", fingerprint)
	go func() { d.served <- server.Serve(listener) }()
	return d, nil
}

// listenError says in plain words why there can be no door at the address.
func (o doorOptions) listenError(err error) error {
	hint := "choose another place with --addr HOST:PORT"
	if o.unneeded {
		hint += ", or go without with --no-ssh"
	}
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return hintedError{fmt.Errorf("%s is in use; is another convene open?", o.addr), hint}
	case errors.Is(err, os.ErrPermission):
		return hintedError{
			fmt.Errorf("this user may not listen on %s", o.addr), "choose a port above 1023 with --addr, like --addr :2222",
		}
	default:
		return hintedError{fmt.Errorf("open door on %s: %w", o.addr, err), hint}
	}
}

// invite is how people join a workshop.
func (d *doorway) invite(id workshop.ID) tui.Invite {
	v := tui.Invite{Fingerprint: d.fingerprint}
	for _, a := range d.addresses {
		v.Commands = append(v.Commands, a.join(id))
	}
	v.URL = d.addresses[0].url(id)
	return v
}

// close tells everybody, and lets them go. It returns when the last has left, or been sent away.
func (d *doorway) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), farewellTime)
	defer cancel()
	err := d.server.Shutdown(ctx)
	if ended := <-d.served; !errors.Is(ended, sshd.ErrClosed) {
		err = errors.Join(err, ended)
	}
	return err
}

// farewellTime is how long everybody's terminal has to say goodbye.
const farewellTime = 5 * time.Second
