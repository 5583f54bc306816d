// SPDX-License-Identifier: GPL-3.0-or-later
// Encoded words in the headers of e-mails (RFC 2047). Their labels are wrong as often as those of
// texts.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// Returns the message with the encoded words of its header converted to UTF-8 and labelled so, even
// if their label named a wrong encoding (see to_utf8). Words that need no repair stay.
std::string with_words_in_utf8(std::string_view message);

// True for encodings whose text has only ASCII bytes, or NUL between them: only the label shows
// that a text is in such an encoding.
bool is_known_by_label(std::string_view charset);

}  // namespace newsindex
