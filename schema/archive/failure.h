// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever was thrown, as an Error: for the places where failures are told.
#pragma once

#include <string>

#include "schema/error.h"

namespace newsindex {

// Of the exception that is being handled. `what` names the archive or file that was in use: Xapian
// does not. A lack of memory or threads is `no_memory`; what nobody foresaw is `internal`.
Error error_of_exception(const std::string& what);

}  // namespace newsindex
