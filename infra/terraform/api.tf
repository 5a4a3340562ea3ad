# One HTTP API. What is about a single case is anonymous; a batch needs an agency's token.

locals {
  scope = "minsheng:batch"

  screening = {
    "POST /v1/screen"      = "screen"
    "POST /v1/screen/next" = "screen"
  }

  # Anonymous routes, and the function of each. What has no route of its own is answered by the catalogue, with a
  # problem document.
  routes = merge(
    { for id in local.policies : "POST /v1/policies/${id}/assess" => id },
    { for id in local.policies : "GET /v1/policies/${id}" => id },
    local.screening,
    { for route in ["GET /v1/policies", "GET /v1/divisions", "GET /openapi.json", "$default"] : route => "catalogue" }
  )

  # An HTTP API cannot choose a route by the type of the content. So a batch has paths of its own here, and the
  # function sees the path that it has everywhere else.
  batches = var.jwt_issuer == null ? {} : merge(
    { for id in local.policies : id => "/policies/${id}/assess" },
    { screen = "/screen" }
  )
  batch_routes = { for function, path in local.batches : "POST /v1/batch${path}" => function }
}

resource "aws_apigatewayv2_api" "api" {
  name          = var.name
  protocol_type = "HTTP"

  dynamic "cors_configuration" {
    for_each = length(var.cors_origins) > 0 ? [var.cors_origins] : []

    content {
      allow_origins  = cors_configuration.value
      allow_methods  = ["GET", "POST"]
      allow_headers  = ["accept", "authorization", "content-type"]
      expose_headers = ["x-request-id"]
      max_age        = 600
    }
  }
}

# --- What a function sees of a request ------------------------------------------------------------

resource "aws_apigatewayv2_integration" "single" {
  for_each = local.functions

  api_id                 = aws_apigatewayv2_api.api.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.function[each.key].invoke_arn
  payload_format_version = "2.0"

  request_parameters = {
    "overwrite:header.X-Request-Id" = "$context.requestId"
    # Whatever the caller said: without a token nothing is read as a batch.
    "overwrite:header.Content-Type" = "application/json"
  }
}

resource "aws_apigatewayv2_integration" "batch" {
  for_each = local.batches

  api_id                 = aws_apigatewayv2_api.api.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.function[each.key].invoke_arn
  payload_format_version = "2.0"

  request_parameters = {
    "overwrite:header.X-Request-Id" = "$context.requestId"
    "overwrite:header.Content-Type" = "application/x-ndjson"
    "overwrite:path"                = "/v1${each.value}"
  }
}

# --- Routes ---------------------------------------------------------------------------------------

resource "aws_apigatewayv2_route" "single" {
  for_each = local.routes

  api_id             = aws_apigatewayv2_api.api.id
  route_key          = each.key
  target             = "integrations/${aws_apigatewayv2_integration.single[each.value].id}"
  authorization_type = "NONE"
}

resource "aws_apigatewayv2_route" "batch" {
  for_each = local.batch_routes

  api_id               = aws_apigatewayv2_api.api.id
  route_key            = each.key
  target               = "integrations/${aws_apigatewayv2_integration.batch[each.value].id}"
  authorization_type   = "JWT"
  authorizer_id        = one(aws_apigatewayv2_authorizer.agency[*].id)
  authorization_scopes = [local.scope]
}

# The scope is asked for by each route. Of the signatures only RS256 is known to AWS.
resource "aws_apigatewayv2_authorizer" "agency" {
  count = var.jwt_issuer == null ? 0 : 1

  api_id           = aws_apigatewayv2_api.api.id
  name             = "agency"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = var.jwt_issuer
    audience = var.jwt_audience
  }
}

# --- Limits and the access log --------------------------------------------------------------------

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.api.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    detailed_metrics_enabled = true
    throttling_rate_limit    = var.throttling.single.rate
    throttling_burst_limit   = var.throttling.single.burst
  }

  dynamic "route_settings" {
    for_each = merge(
      { for route in keys(local.screening) : route => var.throttling.screen },
      { for route in keys(local.batch_routes) : route => var.throttling.batch }
    )

    content {
      route_key                = route_settings.key
      detailed_metrics_enabled = true
      throttling_rate_limit    = route_settings.value.rate
      throttling_burst_limit   = route_settings.value.burst
    }
  }

  # Neither query, path or body, where a careless caller may put facts, nor who it was.
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId          = "$context.requestId"
      time               = "$context.requestTimeEpoch"
      routeKey           = "$context.routeKey"
      status             = "$context.status"
      latency            = "$context.responseLatency"
      integrationStatus  = "$context.integrationStatus"
      integrationLatency = "$context.integrationLatency"
      error              = "$context.error.responseType"
    })
  }

  # Settings of a route need the route.
  depends_on = [aws_apigatewayv2_route.single, aws_apigatewayv2_route.batch]
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/aws/apigateway/${var.name}"
  retention_in_days = var.log_retention
}
