// SPDX-License-Identifier: GPL-3.0-or-later
// How text shall look where it goes.
#pragma once

#include "query/commands/output_choice.h"
#include "query/render/render.h"
#include "schema/environment.h"

namespace newsindex {

// Colour when it is asked for, or when `descriptor` is a terminal that can show it and NO_COLOR is
// not set (https://no-color.org); links with colours on a terminal, and its width, if it is one.
Style text_style(Color color, const Environment& environment, int descriptor);

}  // namespace newsindex
