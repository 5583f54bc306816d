// SPDX-License-Identifier: GPL-3.0-or-later
// The style of text by its destination.
#pragma once

#include "query/commands/output_choice.h"
#include "query/render/render.h"
#include "schema/environment.h"

namespace newsindex {

// Uses colour if it is asked for, or if `descriptor` is a terminal that can show it and NO_COLOR is
// not set (https://no-color.org). On a terminal, also links (if colours are used) and its width.
Style text_style(Color color, const Environment& environment, int descriptor);

}  // namespace newsindex
