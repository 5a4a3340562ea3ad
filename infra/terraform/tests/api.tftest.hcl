# Which routes there are, who may call them, and what is known of a call afterwards. Nothing of AWS is called.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  package    = "tests/package"
  jwt_issuer = "https://login.example.org"
}

run "every_function_has_its_routes" {
  assert {
    condition = toset(keys(aws_apigatewayv2_route.single)) == setunion(
      [for id in local.policies : "POST /v1/policies/${id}/assess"],
      [for id in local.policies : "GET /v1/policies/${id}"],
      ["POST /v1/screen", "POST /v1/screen/next", "GET /v1/policies", "GET /v1/divisions", "GET /openapi.json", "$default"]
    )
    error_message = "The routes of the contract."
  }

  assert {
    condition = alltrue([for id in local.policies :
      aws_apigatewayv2_route.single["POST /v1/policies/${id}/assess"].target == "integrations/${aws_apigatewayv2_integration.single[id].id}"
      && aws_apigatewayv2_route.single["GET /v1/policies/${id}"].target == "integrations/${aws_apigatewayv2_integration.single[id].id}"
    ])
    error_message = "A policy's routes lead to its own function."
  }

  assert {
    condition     = length(local.routes) + length(local.batch_routes) <= 300
    error_message = "AWS has 300 routes for an API at most, unless it is asked for more."
  }
}

run "a_batch_needs_a_token_with_the_scope" {
  assert {
    condition = toset(keys(aws_apigatewayv2_route.batch)) == setunion(
      [for id in local.policies : "POST /v1/batch/policies/${id}/assess"], ["POST /v1/batch/screen"]
    )
    error_message = "A batch for every policy, and for screening."
  }

  assert {
    condition = alltrue([for route in aws_apigatewayv2_route.batch :
      route.authorization_type == "JWT" && route.authorizer_id == "agency" && route.authorization_scopes == toset(["minsheng:batch"])
    ])
    error_message = "No batch without the scope."
  }

  assert {
    condition = (
      aws_apigatewayv2_authorizer.agency[0].jwt_configuration[0].issuer == "https://login.example.org"
      && aws_apigatewayv2_authorizer.agency[0].jwt_configuration[0].audience == toset(["minsheng"])
      && aws_apigatewayv2_authorizer.agency[0].identity_sources == toset(["$request.header.Authorization"])
    )
    error_message = "Issuer and audience are checked."
  }

  assert {
    condition = alltrue([for id, integration in aws_apigatewayv2_integration.batch :
      integration.request_parameters["overwrite:path"] == (id == "screen" ? "/v1/screen" : "/v1/policies/${id}/assess")
      && integration.request_parameters["overwrite:header.Content-Type"] == "application/x-ndjson"
    ])
    error_message = "The function sees the path that it has everywhere else."
  }
}

run "a_single_case_is_anonymous_and_never_a_batch" {
  assert {
    condition     = alltrue([for route in aws_apigatewayv2_route.single : route.authorization_type == "NONE"])
    error_message = "No token is asked for."
  }

  assert {
    condition     = alltrue([for integration in aws_apigatewayv2_integration.single : integration.request_parameters["overwrite:header.Content-Type"] == "application/json"])
    error_message = "Without a token nothing is read as a batch."
  }
}

run "without_an_issuer_there_is_no_batch" {
  variables {
    jwt_issuer = null
  }

  assert {
    condition     = length(aws_apigatewayv2_route.batch) + length(aws_apigatewayv2_authorizer.agency) + length(aws_apigatewayv2_integration.batch) == 0
    error_message = "Nobody could check a token."
  }
}

run "each_route_has_its_limit" {
  variables {
    throttling = {
      single = { rate = 30, burst = 40 }
      screen = { rate = 20, burst = 25 }
      batch  = { rate = 1, burst = 2 }
    }
  }

  assert {
    condition     = aws_apigatewayv2_stage.default.default_route_settings[0].throttling_rate_limit == 30 && aws_apigatewayv2_stage.default.default_route_settings[0].throttling_burst_limit == 40
    error_message = "A single case."
  }

  assert {
    condition = {
      for setting in aws_apigatewayv2_stage.default.route_settings : setting.route_key => setting.throttling_rate_limit
      } == merge(
      { "POST /v1/screen" = 20, "POST /v1/screen/next" = 20, "POST /v1/batch/screen" = 1 },
      { for id in local.policies : "POST /v1/batch/policies/${id}/assess" => 1 }
    )
    error_message = "Screening, and each batch."
  }
}

run "the_access_log_holds_no_facts" {
  assert {
    condition = toset(values(jsondecode(aws_apigatewayv2_stage.default.access_log_settings[0].format))) == toset([
      "$context.requestId", "$context.requestTimeEpoch", "$context.routeKey", "$context.status", "$context.responseLatency",
      "$context.integrationStatus", "$context.integrationLatency", "$context.error.responseType"
    ])
    error_message = "No query, no path, no body, no address of a caller."
  }

  assert {
    condition = alltrue([for integration in concat(values(aws_apigatewayv2_integration.single), values(aws_apigatewayv2_integration.batch)) :
      integration.request_parameters["overwrite:header.X-Request-Id"] == "$context.requestId"
    ])
    error_message = "The request's id is the one of the log."
  }
}

run "alarms_are_sent" {
  variables {
    alarm_topic_arn = "arn:aws:sns:eu-west-1:123456789012:alarms"
  }

  assert {
    condition = alltrue([for alarm in concat(
      [aws_cloudwatch_metric_alarm.faults, aws_cloudwatch_metric_alarm.latency], values(aws_cloudwatch_metric_alarm.throttles)
    ) : alarm.alarm_actions == toset(["arn:aws:sns:eu-west-1:123456789012:alarms"])])
    error_message = "Every alarm reaches the topic."
  }

  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.throttles)) == toset(keys(local.functions))
    error_message = "Each function is watched."
  }
}

run "pages_of_named_origins_may_call" {
  variables {
    cors_origins = ["https://www.example.org"]
  }

  assert {
    condition     = aws_apigatewayv2_api.api.cors_configuration[0].allow_origins == toset(["https://www.example.org"])
    error_message = "The origins that are named, and no other."
  }
}
