module telnyx-oauth

go 1.19
