// SPDX-License-Identifier: GPL-3.0-or-later
// Converts bytes to text: UTF-16, UTF-32 and the encoding that XML declares become UTF-8, and a
// byte order mark is removed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/text/decoder.h"
#include "indexer/readers/bytes.h"

namespace newsindex {

// The encoding that an XML declaration at the start names, or empty.
std::string declared_charset(std::string_view start);

class ByteSource : public Bytes {
 public:
  // `raw` must outlive this.
  explicit ByteSource(Bytes& raw) : raw_(raw) {}

  bool read_block(std::string& to) override;

  // True if the output is the input without its first `mark_bytes()` bytes.
  bool is_unchanged() const { return !decoder_; }
  std::size_t mark_bytes() const { return mark_bytes_; }

 private:
  bool read_raw(std::string& to);
  void start_decoding(std::string& first);

  Bytes& raw_;
  bool started_ = false;
  bool ended_ = false;
  std::size_t mark_bytes_ = 0;
  std::optional<Decoder> decoder_;
};

}  // namespace newsindex
