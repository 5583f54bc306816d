// SPDX-License-Identifier: GPL-3.0-or-later
// Takes away the system calls that a confined process does not need.
#pragma once

namespace newsindex {

// From now on, for all threads: executing a program or inspecting another process kills the process
// (SIGSYS); the network, new processes, signals to others, mounts, modules, other users, setting
// the clock and the like are denied (EPERM). Sets no_new_privs. Throws Error(config) if the kernel
// has no such filters; then only no_new_privs may have changed.
void deny_system_calls();

}  // namespace newsindex
