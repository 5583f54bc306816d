// SPDX-License-Identifier: GPL-3.0-or-later
// A stream of bytes: a file, an entry of a container, a piece of memory.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

class Bytes {
 public:
  virtual ~Bytes() = default;

  // Appends the next block to `to`. False at the end, and after a failure.
  virtual bool read_block(std::string& to) = 0;

  // Why bytes are missing ("Permission denied"), or empty.
  const std::string& failure() const { return failure_; }

 protected:
  std::string failure_;
};

// Bytes in memory. The text must outlive this.
class MemoryBytes : public Bytes {
 public:
  explicit MemoryBytes(std::string_view text) : text_(text) {}

  bool read_block(std::string& to) override {
    to += text_;
    const bool any = !text_.empty();
    text_ = {};
    return any;
  }

 private:
  std::string_view text_;
};

// Bytes whose beginning can be looked at before they are read.
class PeekedBytes : public Bytes {
 public:
  explicit PeekedBytes(Bytes& source) : source_(source) {}

  // The first bytes: at least this many, if there are. Before the first read_block only.
  std::string_view peek(std::size_t bytes) {
    while (start_.size() < bytes && source_.read_block(start_)) continue;
    failure_ = source_.failure();
    return start_;
  }

  bool read_block(std::string& to) override {
    if (start_.empty()) {
      const bool more = source_.read_block(to);
      failure_ = source_.failure();
      return more;
    }
    to += start_;
    start_.clear();
    return true;
  }

 private:
  Bytes& source_;
  std::string start_;
};

}  // namespace newsindex
